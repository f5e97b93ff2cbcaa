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

alter table agreement_version add column membership boolean default false not null;

-- Who does not sign that it joins names no topic: nothing was talked about.
alter table signature_decline alter column topic drop not null;

-- Somebody shall join: proposed by a matter, looked for in its search, consented to by the partners.
create table accession (
    matter      uuid        not null primary key,
    version     integer     not null,
    partnership varchar(20) not null,
    replacement boolean     not null,
    -- Whose consent it takes, as it stood when the matter was raised.
    rule        varchar(20) not null,
    stage       varchar(20) not null,
    -- Why it is overtaken, as soon as it is.
    overtaken   varchar(1000),
    foreign key (matter) references matter (id),
    foreign key (partnership) references partnership (id)
);
create index accession_by_partnership on accession (partnership);

-- The full partners that were there when consent was asked for.
create table consent_asked (
    matter       uuid        not null,
    organisation varchar(20) not null,
    primary key (matter, organisation),
    foreign key (matter) references accession (matter),
    foreign key (organisation) references organisation (code)
);

create table consent (
    matter       uuid        not null,
    newcomer     varchar(20) not null,
    organisation varchar(20) not null,
    consents     boolean     not null,
    reason       varchar(1000),
    given_by     varchar(64) not null,
    given_at     timestamp with time zone not null,
    primary key (matter, newcomer, organisation),
    constraint consent_no_says_why check (consents or reason is not null),
    foreign key (matter, organisation) references consent_asked (matter, organisation),
    foreign key (newcomer) references organisation (code)
);

-- How one organisation comes in, once the partners have consented to it.
create table adhesion (
    id          uuid          not null primary key,
    version     integer       not null,
    partnership varchar(20)   not null,
    matter      uuid          not null,
    newcomer    varchar(20)   not null,
    standing    varchar(20)   not null,
    -- How it came to that, as the text says that it signs.
    how         varchar(4000) not null,
    -- Whose text it signs, once that is prepared.
    negotiation uuid,
    -- Whether it has said that it joins, where nothing is signed yet.
    confirmed   boolean       not null,
    stage       varchar(20)   not null,
    outcome     varchar(2000),
    -- While it is under way, partnership and organisation: that makes "joining twice" a unique key.
    open_for    varchar(60),
    constraint adhesion_of_a_matter_once unique (matter, newcomer),
    constraint adhesion_once_at_a_time unique (open_for),
    foreign key (matter) references matter (id),
    foreign key (partnership) references partnership (id),
    foreign key (newcomer) references organisation (code),
    foreign key (negotiation) references negotiation (id)
);
create index adhesion_by_matter on adhesion (matter);

create table adhesion_link (
    adhesion uuid         not null,
    nr       integer      not null,
    other    varchar(20)  not null,
    about    varchar(200) not null,
    level    varchar(20)  not null,
    primary key (adhesion, nr),
    foreign key (adhesion) references adhesion (id),
    foreign key (other) references organisation (code)
);

-- How who joined was shown the work; nobody came is an answer, too.
create table newcomer_orientation (
    adhesion    uuid          not null primary key,
    held_on     date          not null,
    nobody_came boolean       not null,
    minutes     varchar(4000) not null,
    recorded_by varchar(64)   not null,
    recorded_at timestamp with time zone not null,
    foreign key (adhesion) references adhesion (id)
);

create table newcomer_orientation_guest (
    adhesion     uuid        not null,
    organisation varchar(20) not null,
    primary key (adhesion, organisation),
    foreign key (adhesion) references newcomer_orientation (adhesion),
    foreign key (organisation) references organisation (code)
);

-- The seats of who joined are asked what they bring by the room of its matter, and by no other.
create table newcomer_seat_asked (
    partnership  varchar(20) not null,
    organisation varchar(20) not null,
    matter       uuid        not null,
    primary key (partnership, organisation),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code),
    foreign key (matter) references matter (id)
);
