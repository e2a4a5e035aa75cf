package org.soqljdbc.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;

/** A catalog of four objects, written as the describes it is read from; counts what it is asked. */
public final class SmallOrg implements Catalog {

    private static final String ACCOUNT = """
            {"name":"Account","label":"Account","labelPlural":"Accounts","keyPrefix":"001","queryable":true,
             "createable":true,"updateable":true,"deletable":true,"custom":false,"urls":{"sobject":"/x"},
             "fields":[
              {"name":"Id","label":"Account ID","type":"id","length":18,"nillable":false,"filterable":true},
              {"name":"Name","label":"Account Name","type":"string","length":255,"nillable":false,"filterable":true,
               "createable":true,"updateable":true,"nameField":true},
              {"name":"AnnualRevenue","type":"currency","precision":18,"scale":2,"nillable":true,"filterable":true,
               "createable":true},
              {"name":"NumberOfEmployees","type":"int","digits":8,"nillable":true,"filterable":true},
              {"name":"Industry","type":"picklist","length":255,"nillable":true,"filterable":true,
               "picklistValues":[{"active":true,"value":"Energy"},{"active":false,"value":"Coal"}]},
              {"name":"CreatedDate","type":"datetime","nillable":false,"filterable":true},
              {"name":"ParentId","type":"reference","length":18,"nillable":true,"relationshipName":"Parent",
               "referenceTo":["Account"]},
              {"name":"OwnerId","type":"reference","length":18,"relationshipName":"Owner","referenceTo":["User"]},
              {"name":"Since__c","type":"date","nillable":true,"custom":true,"filterable":true,
               "defaultValue":null,"inlineHelpText":"The first contract"},
              {"name":"Tags__c","type":"multipicklist","length":4099,"nillable":true,"custom":true,"filterable":true},
              {"name":"BillingAddress","type":"address","nillable":true}],
             "childRelationships":[
              {"relationshipName":"Contacts","childSObject":"Contact","field":"AccountId","cascadeDelete":true},
              {"relationshipName":null,"childSObject":"AccountFeed","field":"ParentId"}]}
            """;

    private static final String CONTACT = """
            {"name":"Contact","queryable":true,"fields":[
              {"name":"Id","type":"id","length":18,"filterable":true},
              {"name":"LastName","type":"string","length":80,"nillable":false,"filterable":true},
              {"name":"Email","type":"email","length":80,"nillable":true,"filterable":true},
              {"name":"AccountId","type":"reference","length":18,"nillable":true,"relationshipName":"Account",
               "referenceTo":["Account"]},
              {"name":"OwnerId","type":"reference","length":18,"relationshipName":"Owner","referenceTo":["User"]}],
             "childRelationships":[]}
            """;

    private static final String TASK = """
            {"name":"Task","queryable":true,"fields":[
              {"name":"Id","type":"id","length":18},
              {"name":"Subject","type":"combobox","length":255,"nillable":true},
              {"name":"WhatId","type":"reference","length":18,"nillable":true,"relationshipName":"What",
               "polymorphicForeignKey":true,"referenceTo":["Account","Contact"]}],
             "childRelationships":[]}
            """;

    private static final String USER = """
            {"name":"User","queryable":true,"fields":[
              {"name":"Id","type":"id","length":18},
              {"name":"Name","type":"string","length":121},
              {"name":"IsActive","type":"boolean","nillable":false}],
             "childRelationships":[]}
            """;

    private final Map<String, SObject> objects = new LinkedHashMap<>();
    private final List<Collection<String>> asked = new ArrayList<>();

    public SmallOrg() {
        for (String describe : List.of(ACCOUNT, CONTACT, TASK, USER)) {
            SObject object = read(describe);
            objects.put(CatalogCache.key(object.name()), object);
        }
    }

    /** An object as a describe has it. */
    public static SObject read(String describe) {
        try (JsonParser json = new JsonFactory().createParser(describe)) {
            json.nextToken();
            return DescribeReader.object(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The names of each request, one entry a call. */
    public List<Collection<String>> asked() {
        return asked;
    }

    @Override
    public List<ObjectSummary> objects(CallControl control) {
        return objects.values().stream().map(SObject::summary).toList();
    }

    @Override
    public SObject object(String name, CallControl control) throws SQLException {
        asked.add(List.of(name));
        SObject object = objects.get(CatalogCache.key(name));
        if (object == null) {
            throw SqlErrors.of(SqlState.NO_SUCH_TABLE, "The org has no object '" + name + "' that this user may see");
        }
        return object;
    }

    @Override
    public Map<String, SObject> objects(Collection<String> names, Refusals refusals, CallControl control) {
        asked.add(List.copyOf(names));
        Map<String, SObject> found = new LinkedHashMap<>();
        for (String name : names) {
            SObject object = objects.get(CatalogCache.key(name));
            if (object != null) {
                found.put(name, object);
            }
        }
        return found;
    }
}
