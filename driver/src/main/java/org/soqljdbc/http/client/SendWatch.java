package org.soqljdbc.http.client;

import okhttp3.Call;
import okhttp3.EventListener;

/** Notes whether a request began to be sent: until then it can be tried again whatever it does. */
public final class SendWatch {

    private volatile boolean began;

    public boolean began() {
        return began;
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
    }
}
