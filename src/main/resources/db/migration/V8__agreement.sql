-- What a negotiation leads to: the kind of document its outcome is written down in.
create table agreement (
    negotiation uuid         not null primary key,
    partnership varchar(20)  not null,
    form        varchar(20)  not null,
    reason      varchar(300) not null,
    foreign key (negotiation) references negotiation (id),
    foreign key (partnership) references partnership (id)
);

-- One row per version, numbered within the partnership. At most one version of a negotiation is under way (a draft or out for
-- signature): it holds the negotiation in `open_in`, so that "one open version" is a unique key.
create table agreement_version (
    id          uuid         not null primary key,
    version     integer      not null,
    partnership varchar(20)  not null,
    nr          integer      not null,
    title       varchar(120) not null,
    negotiation uuid         not null,
    form        varchar(20)  not null,
    stage       varchar(20)  not null,
    -- Of the canonical text; nothing while it is a draft.
    sha256      varchar(64),
    drafted_at  timestamp with time zone not null,
    released_at timestamp with time zone,
    released_by varchar(64),
    sealed_at   timestamp with time zone,
    voided_at   timestamp with time zone,
    void_reason varchar(20000),
    -- The sealed PDF in the store of documents, and its own hash.
    document    uuid,
    pdf_sha256  varchar(64),
    open_in     uuid,
    constraint agreement_version_once unique (partnership, nr),
    constraint agreement_version_open_once unique (open_in),
    constraint agreement_version_frozen check (stage in ('DRAFT', 'VOID') or sha256 is not null),
    constraint agreement_version_void_with_reason check (stage <> 'VOID' or void_reason is not null),
    foreign key (negotiation) references agreement (negotiation),
    foreign key (partnership) references partnership (id)
);
create index agreement_version_by_negotiation on agreement_version (negotiation);

-- What is signed, letter by letter, frozen when signing opens.
create table canonical_text (
    agreement_version uuid not null primary key,
    words             text not null,
    foreign key (agreement_version) references agreement_version (id)
);

-- The web of partners as it was drawn on the day of the draft; a clause says the same in rows.
create table agreement_web (
    agreement_version uuid not null primary key,
    svg               text not null,
    foreign key (agreement_version) references agreement_version (id)
);

create table clause (
    agreement_version uuid         not null,
    nr                integer      not null,
    name              varchar(40)  not null,
    printed           varchar(10)  not null,
    heading           varchar(200) not null,
    -- Paragraphs and table, as JSON.
    content           text         not null,
    primary key (agreement_version, nr),
    constraint clause_once unique (agreement_version, name),
    foreign key (agreement_version) references agreement_version (id)
);

create table agreement_party (
    agreement_version uuid         not null,
    organisation      varchar(20)  not null,
    nr                integer      not null,
    name              varchar(200) not null,
    country           varchar(100) not null,
    kind              varchar(100) not null,
    standing          varchar(20)  not null,
    -- The roles it takes, in words, as JSON.
    seats             text         not null,
    must_sign         boolean      not null,
    primary key (agreement_version, organisation),
    foreign key (agreement_version) references agreement_version (id),
    foreign key (organisation) references organisation (code)
);

-- One row per organisation that signed, written once and never changed.
create table signature (
    agreement_version uuid         not null,
    organisation      varchar(20)  not null,
    sha256            varchar(64)  not null,
    person            varchar(64)  not null,
    person_name       varchar(200) not null,
    method            varchar(20)  not null,
    signed_at         timestamp with time zone not null,
    primary key (agreement_version, organisation),
    foreign key (agreement_version, organisation) references agreement_party (agreement_version, organisation)
);

create table signature_decline (
    agreement_version uuid          not null,
    organisation      varchar(20)   not null,
    topic             varchar(40)   not null,
    reason            varchar(1000) not null,
    person            varchar(64)   not null,
    declined_at       timestamp with time zone not null,
    primary key (agreement_version, organisation),
    foreign key (agreement_version, organisation) references agreement_party (agreement_version, organisation)
);
