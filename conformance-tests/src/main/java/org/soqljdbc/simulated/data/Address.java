package org.soqljdbc.simulated.data;

/** A compound address; each part may be null, but not all of them: then the address itself is null. */
public record Address(
        String city,
        String country,
        String geocodeAccuracy,
        Double latitude,
        Double longitude,
        String postalCode,
        String state,
        String street) {}
