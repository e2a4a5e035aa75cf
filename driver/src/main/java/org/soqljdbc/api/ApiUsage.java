package org.soqljdbc.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The org's API calls of the last 24 hours, as {@code Sforce-Limit-Info: api-usage=16/100000} tells. */
public record ApiUsage(long used, long allowed) {

    // Other parts may stand beside it: per-app-api-usage=17/250(appName=...).
    private static final Pattern USAGE = Pattern.compile("(?:^|[,;\\s])api-usage=(\\d{1,18})/(\\d{1,18})");

    static Optional<ApiUsage> parse(String header) {
        Matcher usage = USAGE.matcher(header);
        return usage.find()
                ? Optional.of(new ApiUsage(Long.parseLong(usage.group(1)), Long.parseLong(usage.group(2))))
                : Optional.empty();
    }
}
