package org.soqljdbc.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.text.SyntaxException;

/** Which conditions an object takes, and which it cannot do without. */
class ObjectRulesTest {

    private static SObject object(String name) {
        ObjectSummary summary = new ObjectSummary(name, name, name, "", true, false, true, false, false, false, false);
        Field.Draft index = new Field.Draft();
        index.name = "Key__c";
        index.typeName = "string";
        index.custom = true;
        Field.Draft other = new Field.Draft();
        other.name = "Other__c";
        other.typeName = "string";
        other.custom = true;
        other.nillable = true;
        return new SObject(summary, List.of(index.finish(), other.finish()), List.of());
    }

    private static SoqlQuery query(String object, String where) throws SyntaxException {
        return SoqlReader.read("SELECT Key__c FROM " + object + " WHERE " + where)
                .query();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Thing__c         | Key__c LIKE 'a%' OR Other__c != 'b'   | true
        Thing__x         | Key__c = 'a' OR Other__c != 'b'       | true
        Thing__x         | Key__c LIKE 'a%'                      | false
        Thing__x         | Key__c INCLUDES ('a')                 | false
        Thing__x         | (NOT (Key__c = 'a'))                  | true
        Thing__b         | Key__c = 'a'                          | true
        Thing__b         | Key__c IN ('a', 'b')                  | true
        Thing__b         | Key__c NOT IN ('a', 'b')              | false
        Thing__b         | Key__c != 'a'                         | false
        Thing__b         | Key__c LIKE 'a%'                      | false
        Thing__b         | Key__c = 'a' OR Key__c = 'b'          | false
        Thing__b         | Other__c = 'a'                        | false
        Thing__mdt       | Key__c = 'a' OR Key__c LIKE 'b%'      | true
        Thing__mdt       | Key__c = 'a' OR Other__c = 'b'        | false
        Thing__mdt       | Key__c NOT IN ('a')                   | true
        Thing__mdt       | (NOT (Key__c = 'a'))                  | false
        Thing__mdt       | Key__c INCLUDES ('a')                 | false
        EntityDefinition | Key__c = 'a'                          | true
        EntityDefinition | Key__c IN ('a')                       | true
        EntityDefinition | Key__c != 'a'                         | false
        EntityDefinition | Key__c > 'a'                          | false
        EntityDefinition | Key__c NOT IN ('a')                   | false
        EntityDefinition | Key__c = 'a' OR Key__c = 'b'          | false
        """)
    void each_family_takes_its_conditions(String object, String where, boolean takes) throws SyntaxException {
        Condition condition = query(object, where).where().orElseThrow();
        assertEquals(takes, ObjectRules.of(object(object)).takes(condition));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ContentDocumentLink | LinkedEntityId = 'x'                        | true
        ContentDocumentLink | LinkedEntityId != 'x'                       | false
        contentdocumentlink | Id IN ('x', 'y')                            | true
        ContentFolderItem   | ParentContentFolderId IN ('x')              | true
        ContentFolderItem   | Title = 'x'                                 | false
        ContentFolderMember | ChildRecordId = 'x'                         | true
        ContentFolderMember | ChildRecordId IN ('x')                      | false
        IdeaComment         | CommunityId = 'x'                           | true
        IdeaComment         | CommunityId IN ('x')                        | false
        IdeaComment         | IdeaId IN ('x')                             | true
        Vote                | Parent.Type = 'Idea'                        | true
        Vote                | ParentId IN ('x')                           | false
        Vote                | Id IN ('x')                                 | true
        FieldDefinition     | EntityDefinition.QualifiedApiName = 'x'     | true
        FieldDefinition     | DurableId = 'x' AND Label = 'y'             | true
        FieldDefinition     | DurableId = 'x' OR Label = 'y'              | false
        EntityParticle      | FieldDefinitionId IN ('x')                  | true
        PicklistValueInfo   | EntityParticleId = 'x'                      | true
        RelationshipInfo    | ChildSobjectId = 'x'                        | true
        RelationshipDomain  | ParentSobjectId = 'x'                       | true
        UserRecordAccess    | UserId = 'x' AND RecordId = 'y'             | true
        UserFieldAccess     | DurableId = 'x'                             | true
        DataStatistics      | StatType = 'x'                              | true
        FlexQueueItem       | JobType = 'x'                               | true
        FlexQueueItem       | JobPosition = 1                             | false
        """)
    void a_filter_that_is_needed_is_found(String object, String where, boolean met) throws SyntaxException {
        Condition condition = query(object, where).where().orElseThrow();
        List<Condition> terms = condition instanceof Condition.And and ? and.terms() : List.of(condition);
        assertEquals(met, NeededFilter.of(object).orElseThrow().isMetBy(terms));
    }
}
