package org.soqljdbc.simulated.data;

/** A geolocation in degrees. */
public record Place(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371.0;

    /** The great-circle distance in kilometres. */
    public double kilometresTo(Place other) {
        double dLat = Math.toRadians(other.latitude - latitude) / 2;
        double dLon = Math.toRadians(other.longitude - longitude) / 2;
        double a = Math.pow(Math.sin(dLat), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(dLon), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(a));
    }
}
