package org.soqljdbc.clients.hibernate;

import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.soqljdbc.clients.ClientOrg;

/** Session factories as applications configure them: no dialect is named. */
final class Sessions {

    private Sessions() {}

    static SessionFactory of(ClientOrg org, Consumer<Configuration> more) {
        Configuration configuration = new Configuration()
                .setProperty("jakarta.persistence.jdbc.driver", ClientOrg.DRIVER)
                .setProperty("jakarta.persistence.jdbc.url", org.url("dialect=sql"))
                .setProperty("jakarta.persistence.jdbc.user", org.user())
                .setProperty("jakarta.persistence.jdbc.password", org.password())
                .setProperty("hibernate.hbm2ddl.auto", "validate")
                .setProperty("hibernate.default_batch_fetch_size", "16")
                .setProperty("hibernate.jdbc.batch_size", "200")
                .setProperty("hibernate.generate_statistics", "true")
                .addAnnotatedClass(Account.class)
                .addAnnotatedClass(Contact.class)
                .addAnnotatedClass(Opportunity.class);
        more.accept(configuration);
        return configuration.buildSessionFactory();
    }
}
