package org.soqljdbc.bind;

import java.util.Map;
import java.util.Optional;
import org.soqljdbc.types.SfType;

/**
 * What a polymorphic parent offers without TYPEOF: the fields of the pseudo-object {@code Name} (SOQL and SOSL
 * Reference, "Understanding Relationship Fields and Polymorphic Fields"; field list of the object "Name" in the Object
 * Reference).
 */
final class NameObject {

    /** What error messages and metadata call it. */
    static final String NAME = "Name";

    private static final Map<String, SfType> FIELDS = Map.ofEntries(
            Map.entry("ID", SfType.ID),
            Map.entry("NAME", SfType.STRING),
            Map.entry("FIRSTNAME", SfType.STRING),
            Map.entry("LASTNAME", SfType.STRING),
            Map.entry("TYPE", SfType.PICKLIST),
            Map.entry("ALIAS", SfType.STRING),
            Map.entry("TITLE", SfType.STRING),
            Map.entry("PHONE", SfType.PHONE),
            Map.entry("EMAIL", SfType.EMAIL),
            Map.entry("USERNAME", SfType.STRING),
            Map.entry("USERROLEID", SfType.REFERENCE),
            Map.entry("PROFILEID", SfType.REFERENCE),
            Map.entry("ISACTIVE", SfType.BOOLEAN),
            Map.entry("RECORDTYPEID", SfType.REFERENCE),
            Map.entry("LASTVIEWEDDATE", SfType.DATETIME),
            Map.entry("LASTREFERENCEDDATE", SfType.DATETIME));

    private static final Map<String, String> PARENTS =
            Map.of("PROFILE", "Profile", "USERROLE", "UserRole", "RECORDTYPE", "RecordType");

    private NameObject() {}

    /**
     * The type of a field; STRING for one not listed, since the server may know more of them than any list and says so
     * itself where it does not.
     */
    static SfType field(String upperCaseName) {
        return FIELDS.getOrDefault(upperCaseName, SfType.STRING);
    }

    /** The object that a relationship of Name leads to. */
    static Optional<String> parent(String upperCaseRelationship) {
        return Optional.ofNullable(PARENTS.get(upperCaseRelationship));
    }
}
