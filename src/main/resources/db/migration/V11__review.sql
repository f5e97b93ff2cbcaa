-- One review. While a planned one is under way, `planned_in` holds the partnership, afterwards nothing: that makes "one planned
-- review at a time" a unique key.
create table review (
    id              uuid        not null primary key,
    version         integer     not null,
    partnership     varchar(20) not null,
    nr              integer     not null,
    -- Which call for an early review it answers; empty where its date had come.
    matter          uuid,
    partners        integer     not null,
    opened_at       timestamp with time zone not null,
    consolidated_at timestamp with time zone,
    answers         integer,
    -- False where so few answered that the results would tell who said what.
    shown           boolean,
    discussed_in    uuid,
    way             varchar(20),
    way_reason      varchar(1000),
    -- False where no way was carried and the partners talked again.
    carried         boolean,
    settled_in      uuid,
    decided_at      timestamp with time zone,
    broken_off_at   timestamp with time zone,
    report          uuid,
    planned_in      varchar(20),
    constraint review_in_order unique (partnership, nr),
    constraint review_planned_once unique (planned_in),
    constraint review_of_a_matter_once unique (matter),
    constraint review_decided_with_reason check (decided_at is null or (way is not null and way_reason is not null)),
    foreign key (partnership) references partnership (id),
    foreign key (discussed_in) references meeting (id),
    foreign key (settled_in) references meeting (id),
    foreign key (report) references document (id)
);

-- Each planned date, counted from the sealing of the agreement. No date is skipped; several that were missed share one review.
create table review_date (
    partnership varchar(20) not null,
    nr          integer     not null,
    due_at      timestamp with time zone not null,
    review      uuid        not null,
    late        boolean     not null,
    primary key (partnership, nr),
    foreign key (partnership) references partnership (id),
    foreign key (review) references review (id)
);
create index review_date_by_review on review_date (review);

-- The full partners of the day it opened: those who are asked.
create table review_partner (
    review       uuid        not null,
    organisation varchar(20) not null,
    primary key (review, organisation),
    foreign key (review) references review (id),
    foreign key (organisation) references organisation (code)
);

create table review_question (
    review       uuid         not null,
    nr           integer      not null,
    question_key varchar(40)  not null,
    label        varchar(300) not null,
    primary key (review, nr),
    foreign key (review) references review (id)
);

-- How often each rating was given: all that is kept of an answer. The rows are there before the first answer and are only counted
-- up, so that neither a row nor its place or time tells who answered what.
create table health_tally (
    review   uuid    not null,
    question integer not null,
    rating   integer not null,
    answers  integer not null,
    primary key (review, question, rating),
    constraint health_tally_rating check (rating between 1 and 5),
    foreign key (review, question) references review_question (review, nr)
);

-- That somebody answered, and nothing else.
create table ballot_receipt (
    review       uuid        not null,
    organisation varchar(20) not null,
    primary key (review, organisation),
    foreign key (review, organisation) references review_partner (review, organisation)
);

create table finding (
    review   uuid          not null,
    question integer       not null,
    mean     numeric(3, 2) not null,
    spread   integer       not null,
    answers  integer       not null,
    primary key (review, question),
    foreign key (review, question) references review_question (review, nr)
);

create table impact (
    review       uuid          not null,
    organisation varchar(20)   not null,
    rating       integer       not null,
    words        varchar(1000) not null,
    own_change   varchar(1000) not null,
    managed      varchar(1000) not null,
    learned      varchar(1000) not null,
    remark       varchar(1000),
    stated_by    varchar(64)   not null,
    stated_at    timestamp with time zone not null,
    primary key (review, organisation),
    constraint impact_rating check (rating between 1 and 5),
    foreign key (review, organisation) references review_partner (review, organisation)
);

create table work_rating (
    review       uuid        not null,
    organisation varchar(20) not null,
    objective    integer     not null,
    rating       integer     not null,
    words        varchar(600),
    primary key (review, organisation, objective),
    constraint work_rating_rating check (rating between 1 and 5),
    foreign key (review, organisation) references impact (review, organisation)
);

create table recommendation (
    review uuid         not null,
    nr     integer      not null,
    way    varchar(20)  not null,
    reason varchar(300) not null,
    primary key (review, nr),
    foreign key (review) references review (id)
);

create table way_vote (
    review       uuid        not null,
    organisation varchar(20) not null,
    way          varchar(20) not null,
    -- The ways it could live with as well, by their keys.
    also         varchar(200) not null,
    words        varchar(600),
    voted_by     varchar(64) not null,
    voted_at     timestamp with time zone not null,
    primary key (review, organisation),
    foreign key (review, organisation) references review_partner (review, organisation)
);

-- What a review's report said on the day it was written: what comes later, such as an action that is seen done, does not change it.
create table review_report (
    review uuid not null primary key,
    facts  text not null,
    foreign key (review) references review (id)
);
