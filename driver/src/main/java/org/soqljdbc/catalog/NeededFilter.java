package org.soqljdbc.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Operand;

/**
 * A filter without which Salesforce refuses to query an object (SOQL and SOSL Reference, Object Reference and Tooling API,
 * each under the object's name).
 *
 * @param fields one of which the filter must name
 * @param lists which of these fields {@code IN} may be said of; of all of them {@code =}
 * @param lifted whether a permission lets some users ask without, so that only Salesforce can tell
 */
public record NeededFilter(List<String> fields, Set<String> lists, boolean lifted) {

    private static final Map<String, NeededFilter> TABLE = Stream.of(
                    // Query All Files lifts it from version 59.0 on.
                    row("ContentDocumentLink", true, "Id", "ContentDocumentId", "LinkedEntityId"),
                    row("ContentFolderItem", false, "Id", "ParentContentFolderId"),
                    equalOnly("ContentFolderMember", "Id", "ChildRecordId", "ParentContentFolderId"),
                    row("ContentHubItem", false, "Id", "ExternalId", "ContentHubRepositoryId"),
                    row("ContentVersionRenditionContent", false, "ContentVersionId"),
                    some("IdeaComment", Set.of("Id", "IdeaId"), "Id", "IdeaId", "CommunityId"),
                    some("Vote", Set.of("Id"), "Id", "ParentId", "Parent.Type"),
                    row("UserRecordAccess", false, "UserId"),
                    row(
                            "FieldDefinition",
                            false,
                            "EntityDefinitionId",
                            "EntityDefinition.QualifiedApiName",
                            "DurableId"),
                    row("EntityParticle", false, "EntityDefinitionId", "FieldDefinitionId", "DurableId"),
                    row("PicklistValueInfo", false, "EntityParticleId", "DurableId"),
                    row("OwnerChangeOptionInfo", false, "EntityDefinitionId", "DurableId"),
                    row("SearchLayout", false, "EntityDefinitionId", "DurableId"),
                    row("RelationshipInfo", false, "ChildSobjectId", "FieldId", "DurableId"),
                    row(
                            "RelationshipDomain",
                            false,
                            "FieldId",
                            "ChildSobjectId",
                            "ParentSobjectId",
                            "RelationshipInfoId",
                            "DurableId"),
                    row("UserEntityAccess", false, "UserId", "DurableId"),
                    row("UserFieldAccess", false, "DurableId"),
                    row("SiteDetail", false, "DurableId"),
                    row("DataStatistics", false, "StatType"),
                    row("FlexQueueItem", false, "JobType"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    public NeededFilter {
        fields = List.copyOf(fields);
        lists = Set.copyOf(lists);
    }

    private static Map.Entry<String, NeededFilter> row(String object, boolean lifted, String... fields) {
        return Map.entry(fold(object), new NeededFilter(List.of(fields), Set.of(fields), lifted));
    }

    private static Map.Entry<String, NeededFilter> equalOnly(String object, String... fields) {
        return some(object, Set.of(), fields);
    }

    private static Map.Entry<String, NeededFilter> some(String object, Set<String> lists, String... fields) {
        return Map.entry(fold(object), new NeededFilter(List.of(fields), lists, false));
    }

    private static String fold(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    static Optional<NeededFilter> of(String object) {
        return Optional.ofNullable(TABLE.get(fold(object)));
    }

    /** Whether one of the terms that a row must pass is such a filter. */
    public boolean isMetBy(List<Condition> terms) {
        return terms.stream().anyMatch(this::isMetBy);
    }

    private boolean isMetBy(Condition term) {
        if (term instanceof Condition.Comparison comparison) {
            return comparison.operator() == Condition.Comparison.Operator.EQUAL && names(comparison.left(), fields);
        }
        if (term instanceof Condition.InList list) {
            return !list.negated() && names(list.left(), lists);
        }
        if (term instanceof Condition.InParameter list) {
            return !list.negated() && names(list.left(), lists);
        }
        return term instanceof Condition.SemiJoin join && !join.negated() && names(join.left(), lists);
    }

    /** An alias may stand before the field, and for a reference what it refers to may be told by a path. */
    private static boolean names(Operand operand, Iterable<String> fields) {
        if (!(operand instanceof FieldPath path)) {
            return false;
        }
        List<String> names = path.names();
        String parent = names.size() < 2 ? "" : fold(names.get(names.size() - 2)) + "ID";
        String written = fold(path.toString());
        for (String field : fields) {
            String folded = fold(field);
            if (written.equals(folded) || written.endsWith("." + folded) || parent.equals(folded)) {
                return true;
            }
        }
        return false;
    }

    /** {@code a, b or c}, as a message names them. */
    public String named() {
        int last = fields.size() - 1;
        return last == 0 ? fields.get(0) : String.join(", ", fields.subList(0, last)) + " or " + fields.get(last);
    }
}
