package org.soqljdbc.http.client;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;

/** Notes how far a request was sent: until it began it can be tried again whatever it does. */
public final class SendWatch {

    private volatile boolean began;
    private volatile boolean whole;

    public boolean began() {
        return began;
    }

    /** Whether the last byte of the request was handed over: before that the other side cannot begin to act on it. */
    public boolean whole() {
        return whole;
    }

    /** Tells each call's own watch, which travels as the request's tag. */
    static final class Listener extends EventListener {

        @Override
        public void requestHeadersStart(Call call) {
            SendWatch watch = call.request().tag(SendWatch.class);
            if (watch != null) {
                watch.began = true;
            }
        }

        @Override
        public void requestHeadersEnd(Call call, Request request) {
            // Without a body the headers are all there is.
            ended(call, request.body() == null);
        }

        @Override
        public void requestBodyEnd(Call call, long byteCount) {
            ended(call, true);
        }

        private static void ended(Call call, boolean whole) {
            SendWatch watch = call.request().tag(SendWatch.class);
            if (watch != null && whole) {
                watch.whole = true;
            }
        }
    }
}
