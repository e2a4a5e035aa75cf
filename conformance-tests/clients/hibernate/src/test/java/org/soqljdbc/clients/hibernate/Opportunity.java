package org.soqljdbc.clients.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;

/** A child of an account, with a checkbox that the org computes. */
@Entity(name = "Opportunity")
@DynamicInsert
@DynamicUpdate
class Opportunity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "Id")
    String id;

    @Column(name = "Name")
    String name;

    @Column(name = "StageName")
    String stageName;

    @Column(name = "Amount")
    BigDecimal amount;

    @Column(name = "CloseDate")
    LocalDate closeDate;

    @Column(name = "IsClosed", insertable = false, updatable = false)
    boolean closed;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "AccountId")
    Account account;

    /** For Hibernate. */
    Opportunity() {}
}
