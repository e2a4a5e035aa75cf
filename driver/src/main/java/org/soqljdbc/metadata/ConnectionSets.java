package org.soqljdbc.metadata;

import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.metadata.facts.ClientInfoProperty;
import org.soqljdbc.metadata.shape.MetadataRows;
import org.soqljdbc.metadata.shape.Shapes;
import org.soqljdbc.rows.RowStream;

/** The result set that describes what can be told to a connection. */
final class ConnectionSets {

    private ConnectionSets() {}

    static RowStream clientInfoProperties() {
        MetadataRows rows = new MetadataRows(Shapes.CLIENT_INFO_PROPERTIES);
        for (ClientInfoProperty property : ClientInfoProperty.values()) {
            MetadataRows.Row row = rows.add()
                    .with("NAME", property.key())
                    // They are kept as they are; nothing bounds them.
                    .with("MAX_LEN", Integer.MAX_VALUE)
                    .with("DESCRIPTION", property.about());
            if (property == ClientInfoProperty.APPLICATION_NAME) {
                row.with("DEFAULT_VALUE", ConnectionProperties.APPLICATION_NAME.defaultText());
            }
        }
        return rows.sortedBy("NAME").open();
    }
}
