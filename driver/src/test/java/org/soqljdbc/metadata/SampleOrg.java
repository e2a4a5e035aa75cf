package org.soqljdbc.metadata;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ChildRelationship;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.SfType;

/** A small catalog made by hand; it notes what it is asked for. */
final class SampleOrg implements Catalog {

    final List<String> asked = new ArrayList<>();

    /** An object that is listed and refuses describe. */
    String refused = "";

    private final List<SObject> objects = new ArrayList<>();

    /** Account, Contact, Task, Invoice__c and others, not in the order of their names. */
    static SampleOrg usual() {
        SampleOrg org = new SampleOrg();
        org.add(
                summary("User", "User", false),
                List.of(id()),
                List.of(
                        new ChildRelationship("", "Account", "OwnerId", false, false),
                        new ChildRelationship("", "Task", "OwnerId", false, false)));
        org.add(
                summary("Task", "Task", false),
                List.of(
                        id(),
                        SampleField.of("WhatId", SfType.REFERENCE)
                                .length(18)
                                .referenceTo("Account", "Invoice__c", "Hidden"),
                        SampleField.of("OwnerId", SfType.REFERENCE)
                                .length(18)
                                .referenceTo("Group", "User")
                                .required()),
                List.of());
        org.add(
                summary("Account", "Account", false),
                accountFields(),
                List.of(
                        new ChildRelationship("Contacts", "Contact", "AccountId", true, false),
                        new ChildRelationship("Invoices__r", "Invoice__c", "Account__c", false, true),
                        new ChildRelationship("Tasks", "Task", "WhatId", false, false),
                        new ChildRelationship("Hidden", "Hidden", "AccountId", false, false),
                        new ChildRelationship("ChildAccounts", "Account", "ParentId", false, false)));
        org.add(
                summary("Contact", "Contact", false),
                List.of(
                        id(),
                        SampleField.of("AccountId", SfType.REFERENCE).length(18).referenceTo("Account"),
                        SampleField.of("LastName", SfType.STRING).length(80).required()),
                List.of());
        org.add(
                summary("Invoice__c", "Invoice", true),
                List.of(
                        id(),
                        SampleField.of("Name", SfType.STRING)
                                .length(80)
                                .required()
                                .autoNumber(),
                        SampleField.of("Account__c", SfType.REFERENCE)
                                .length(18)
                                .referenceTo("Account")
                                .restricts(),
                        SampleField.of("Order__c", SfType.REFERENCE).length(18).referenceTo("Account"),
                        SampleField.of("Number__c", SfType.STRING)
                                .length(20)
                                .unique()
                                .externalId(),
                        SampleField.of("Legacy__c", SfType.STRING).length(20).externalId()),
                List.of());
        org.add(summary("InvoiceXYc", "Looks alike", false), List.of(id()), List.of());
        org.add(
                summary("Reading__b", "Reading", true),
                List.of(SampleField.of("Meter__c", SfType.STRING).length(9)),
                List.of());
        org.add(summary("Hidden", "Hidden", false).queryable(false), List.of(id()), List.of());
        org.add(summary("Retired", "Retired", false).deprecated(true), List.of(id()), List.of());
        return org;
    }

    private static List<SampleField> accountFields() {
        return List.of(
                id(),
                SampleField.of("Name", SfType.STRING).length(255).required().help("The company's name"),
                SampleField.of("Industry", SfType.PICKLIST).length(255).defaultValue("O'Hara"),
                SampleField.of("Description", SfType.TEXTAREA).length(32_000),
                SampleField.of("AnnualRevenue", SfType.CURRENCY).precision(18, 2),
                SampleField.of("NumberOfEmployees", SfType.INT).precision(8, 0),
                SampleField.of("IsPartner", SfType.BOOLEAN).required().defaultValue("false"),
                SampleField.of("Founded__c", SfType.DATE),
                SampleField.of("Opens__c", SfType.TIME),
                SampleField.of("CreatedDate", SfType.DATETIME).required(),
                SampleField.of("Logo__c", SfType.BASE64),
                SampleField.of("BillingAddress", SfType.ADDRESS),
                SampleField.of("BillingCity", SfType.STRING).length(40).partOf("BillingAddress"),
                SampleField.of("Lonely__c", SfType.LOCATION),
                SampleField.of("Score__c", SfType.DOUBLE).precision(5, 1).calculated(),
                SampleField.of("ParentId", SfType.REFERENCE).length(18).referenceTo("Account"),
                SampleField.of("OwnerId", SfType.REFERENCE)
                        .length(18)
                        .referenceTo("User")
                        .required());
    }

    static SampleField id() {
        return SampleField.of("Id", SfType.ID).length(18).required();
    }

    record Summary(String name, String label, boolean custom, boolean isQueryable, boolean isDeprecated) {

        Summary queryable(boolean value) {
            return new Summary(name, label, custom, value, isDeprecated);
        }

        Summary deprecated(boolean value) {
            return new Summary(name, label, custom, isQueryable, value);
        }

        ObjectSummary built() {
            return new ObjectSummary(
                    name, label, label + "s", "", custom, false, isQueryable, true, true, true, isDeprecated);
        }
    }

    static Summary summary(String name, String label, boolean custom) {
        return new Summary(name, label, custom, true, false);
    }

    void add(Summary summary, List<SampleField> fields, List<ChildRelationship> children) {
        objects.add(new SObject(
                summary.built(), fields.stream().map(SampleField::built).toList(), children));
    }

    @Override
    public List<ObjectSummary> objects(CallControl control) {
        asked.add("list");
        return objects.stream().map(SObject::summary).toList();
    }

    @Override
    public SObject object(String name, CallControl control) throws SQLException {
        asked.add(name);
        return objects.stream()
                .filter(object -> object.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> SqlErrors.of(SqlState.NO_SUCH_TABLE, "no object " + name));
    }

    @Override
    public Map<String, SObject> objects(Collection<String> names, Refusals refusals, CallControl control) {
        asked.add("several: " + String.join(",", names));
        Map<String, SObject> found = new LinkedHashMap<>();
        for (SObject object : objects) {
            if (object.name().equals(refused)) {
                refusals.refused(refused, SqlErrors.of(SqlState.NO_PRIVILEGE, "no access"));
            } else if (names.contains(object.name())) {
                found.put(object.name(), object);
            }
        }
        return found;
    }
}
