package org.soqljdbc.api;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.HttpReply;

/** The list of a version's resources, {@code /services/data/vNN.0/}: the cheapest call that needs a session. */
public final class ResourcesApi {

    private final ApiCaller caller;
    private final Duration validationInterval;

    ResourcesApi(ApiCaller caller, Duration validationInterval) {
        this.caller = caller;
        this.validationInterval = validationInterval;
    }

    /**
     * Whether the org answers this session: at most one call, and none if one succeeded within {@code validationInterval}.
     *
     * @param timeout zero for no limit
     * @return false if the session is refused, the org cannot be reached, or does not answer in time
     */
    public boolean ping(Duration timeout) {
        Optional<Long> last = caller.lastSuccess();
        if (last.isPresent() && System.nanoTime() - last.get() < validationInterval.toNanos()) {
            return true;
        }
        Deadline deadline = Deadline.after(timeout, CallControl.unlimited());
        try (HttpReply reply = caller.call(ApiRequest.get(caller.base() + "/", "/"), deadline)) {
            // A portal or proxy may answer 200 for whatever is behind it.
            return reply.isSuccess() && reply.contentType().contains("json");
        } catch (SQLException refused) {
            // The question was whether it works; why it does not is answered by the next call that needs it.
            return false;
        }
    }
}
