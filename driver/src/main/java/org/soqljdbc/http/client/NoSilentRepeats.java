package org.soqljdbc.http.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from repeating a request by itself, once, after 408 and after 503 with {@code Retry-After: 0}, unseen by
 * whoever counts calls. It does so only if the header asks for no wait; a date in the past says the same to us.
 */
final class NoSilentRepeats implements Interceptor {

    private static final String HEADER = "Retry-After";
    private static final String AT_ONCE = "Thu, 1 Jan 1970 00:00:00 GMT";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String wait = response.header(HEADER);
        boolean repeated = response.code() == 408 && (wait == null || isZero(wait))
                || response.code() == 503 && wait != null && isZero(wait);
        return repeated ? response.newBuilder().header(HEADER, AT_ONCE).build() : response;
    }

    private static boolean isZero(String wait) {
        return wait.matches("0+");
    }
}
