package org.soqljdbc.clients.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.DynamicInsert;

/** An object that points at itself, with children of two kinds. */
@Entity(name = "Account")
@DynamicInsert
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "Id")
    String id;

    @Column(name = "Name")
    String name;

    @Column(name = "Industry")
    String industry;

    @Column(name = "AnnualRevenue")
    BigDecimal annualRevenue;

    @Column(name = "NumberOfEmployees")
    Integer numberOfEmployees;

    @Column(name = "CreatedDate", insertable = false, updatable = false)
    Instant createdDate;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ParentId")
    Account parent;

    @OneToMany(mappedBy = "account")
    List<Contact> contacts = new ArrayList<>();

    /** For Hibernate. */
    Account() {}

    Account(String name) {
        this.name = name;
    }

    // A proxy of a parent loads itself when a method is called, and not when a field is read.

    String getId() {
        return id;
    }

    String getName() {
        return name;
    }

    String getIndustry() {
        return industry;
    }

    void setIndustry(String industry) {
        this.industry = industry;
    }

    BigDecimal getAnnualRevenue() {
        return annualRevenue;
    }

    List<Contact> getContacts() {
        return contacts;
    }
}
