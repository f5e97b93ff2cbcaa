-- The registry: organisations, where they work, their people, and flags.

-- The code is the name in small letters, its words joined by hyphens: however people type it, one place is one row.
create table area (
    code   varchar(80) not null primary key,
    name   varchar(80) not null,
    level  varchar(20) not null,
    parent varchar(80),
    constraint area_lies_in foreign key (parent) references area (code)
);

create table organisation (
    code            varchar(20)  not null primary key,
    version         integer      not null,
    name            varchar(120) not null,
    -- The name as it is compared: without capitals and spare blanks.
    name_key        varchar(400) not null,
    kind            varchar(30)  not null,
    country         varchar(80)  not null,
    standing        varchar(20)  not null,
    -- What more is needed, or why the registration was refused.
    remark          varchar(1000),
    document        varchar(120) not null,
    document_number varchar(80)  not null,
    expires_on      date         not null,
    registered_by   varchar(60)  not null,
    registered_on   date         not null,
    constraint organisation_by_name unique (name_key)
);

create table organisation_role (
    organisation varchar(20) not null,
    role         varchar(20) not null,
    primary key (organisation, role),
    foreign key (organisation) references organisation (code)
);

create table organisation_level (
    organisation varchar(20) not null,
    level        varchar(20) not null,
    primary key (organisation, level),
    foreign key (organisation) references organisation (code)
);

create table organisation_area (
    organisation varchar(20) not null,
    area         varchar(80) not null,
    primary key (organisation, area),
    foreign key (organisation) references organisation (code),
    foreign key (area) references area (code)
);

create table organisation_reference (
    organisation     varchar(20)  not null,
    organisation_key integer      not null,
    name             varchar(120) not null,
    contact          varchar(200) not null,
    primary key (organisation, organisation_key),
    foreign key (organisation) references organisation (code)
);

-- One row per stay of a person in an organisation. While the person is there, `present` holds the user id in small
-- letters, afterwards nothing: that makes "one organisation at a time" a unique key.
create table affiliation (
    id           uuid         not null primary key,
    version      integer      not null,
    user_id      varchar(60)  not null,
    user_key     varchar(60)  not null,
    organisation varchar(20)  not null,
    name         varchar(120) not null,
    email        varchar(120) not null,
    focal_point  boolean      not null,
    joined_on    date         not null,
    left_on      date,
    present      varchar(60),
    constraint person_in_one_organisation unique (present),
    foreign key (organisation) references organisation (code)
);
create index affiliation_by_organisation on affiliation (organisation);
create index affiliation_by_user on affiliation (user_key);

create table held_role (
    affiliation uuid        not null,
    role        varchar(20) not null,
    taken_on    date        not null,
    primary key (affiliation, role),
    foreign key (affiliation) references affiliation (id)
);

-- Valid on each day from valid_from to valid_to, but no longer on the day it was ended.
create table mandate (
    affiliation     uuid        not null,
    affiliation_key integer     not null,
    valid_from      date        not null,
    valid_to        date,
    given_by        varchar(60) not null,
    ended_on        date,
    primary key (affiliation, affiliation_key),
    foreign key (affiliation) references affiliation (id)
);

create table flag (
    id           uuid          not null primary key,
    version      integer       not null,
    organisation varchar(20)   not null,
    level        varchar(20)   not null,
    reason       varchar(1000) not null,
    partnership  varchar(20),
    raised_by    varchar(60)   not null,
    raised_on    date          not null,
    question     varchar(1000),
    escalated_by varchar(60),
    decision     varchar(1000),
    decided_by   varchar(60),
    resolution   varchar(1000),
    resolved_by  varchar(60),
    resolved_on  date,
    foreign key (organisation) references organisation (code)
);
create index flag_by_organisation on flag (organisation);

-- Which reminder of which date has gone out: each goes once.
create table expiry_reminder (
    organisation varchar(20) not null,
    expires_on   date        not null,
    days_before  integer     not null,
    primary key (organisation, expires_on, days_before),
    foreign key (organisation) references organisation (code)
);
