-- Who belongs to a partnership changes: a version of the agreement follows, in which members and web alone are others than before.

create table membership_change (
    negotiation uuid          not null primary key,
    -- Who joins or left, when and how, as it is printed.
    why         varchar(6000) not null,
    leaving     boolean       not null,
    -- Who joins by signing it, and whether it has been let in since; nobody where the version follows what has happened.
    joiner      varchar(20),
    let_in      boolean       not null,
    constraint membership_change_of_a_joiner check (joiner is null or not leaving),
    foreign key (negotiation) references negotiation (id),
    foreign key (joiner) references organisation (code)
);

create table joining_seat (
    negotiation uuid         not null,
    nr          integer      not null,
    role        varchar(20)  not null,
    level       varchar(20)  not null,
    area        varchar(200),
    expertise   varchar(200),
    belongs     varchar(300),
    primary key (negotiation, nr),
    foreign key (negotiation) references membership_change (negotiation)
);

create table joining_link (
    negotiation uuid          not null,
    nr          integer       not null,
    one         varchar(20)   not null,
    other       varchar(20)   not null,
    about       varchar(200)  not null,
    level       varchar(20)   not null,
    primary key (negotiation, nr),
    foreign key (negotiation) references membership_change (negotiation),
    foreign key (one) references organisation (code),
    foreign key (other) references organisation (code)
);

-- Who does not sign that it joins names no topic: nothing was talked about.
alter table signature_decline alter column topic drop not null;
