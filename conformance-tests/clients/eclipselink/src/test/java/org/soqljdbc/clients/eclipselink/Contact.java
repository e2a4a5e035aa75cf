package org.soqljdbc.clients.eclipselink;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A child. */
@Entity
@Table(name = "Contact")
public class Contact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "Id")
    String id;

    @Column(name = "LastName")
    String lastName;

    @Column(name = "Email")
    String email;

    @ManyToOne
    @JoinColumn(name = "AccountId")
    Account account;
}
