package org.soqljdbc.simulated.oauth;

/**
 * The one app that may log in, and its user.
 *
 * @param secretPassword the password followed by the security token, as the password flow wants it
 */
public record ConnectedApp(String clientId, String clientSecret, String username, String secretPassword) {}
