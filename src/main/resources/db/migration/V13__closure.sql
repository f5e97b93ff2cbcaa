-- How a partnership moves on: planned from the start, done once.
create table closure (
    id                uuid          not null primary key,
    version           integer       not null,
    partnership       varchar(20)   not null,
    opened_on         date          not null,
    trajectory        varchar(20),
    reason            varchar(2000),
    chosen_by         varchar(64),
    final_review      uuid,
    nothing_to_hand   varchar(600),
    handed_over_on    date,
    letter            varchar(3000),
    follow_up_wanted  boolean,
    settled_on        date,
    report            uuid,
    closed_on         date,
    follow_up         varchar(2000),
    followed_up       boolean,
    followed_up_on    date,
    constraint closure_once unique (partnership),
    constraint closure_has_a_reason check (trajectory is null or reason is not null),
    foreign key (partnership) references partnership (id),
    foreign key (final_review) references meeting (id),
    foreign key (report) references document (id)
);

-- Whether a member finds the list of what it promised, kept and was released from right: once.
create table reconciliation (
    closure       uuid        not null,
    organisation  varchar(20) not null,
    agreed        boolean     not null,
    words         varchar(1000),
    reconciled_by varchar(64) not null,
    reconciled_at timestamp with time zone not null,
    primary key (closure, organisation),
    constraint reconciliation_says_what_differs check (agreed or words is not null),
    foreign key (closure) references closure (id),
    foreign key (organisation) references organisation (code)
);

create table closing_lesson (
    closure      uuid          not null,
    organisation varchar(20)   not null,
    worked       varchar(1500) not null,
    setting      varchar(1500) not null,
    failed       varchar(1500) not null,
    shared_by    varchar(64)   not null,
    shared_at    timestamp with time zone not null,
    primary key (closure, organisation),
    foreign key (closure) references closure (id),
    foreign key (organisation) references organisation (code)
);

create table transfer (
    id          uuid         not null primary key,
    closure     uuid         not null,
    nr          integer      not null,
    kind        varchar(20)  not null,
    what        varchar(300) not null,
    receiver    varchar(200) not null,
    handed_on   date         not null,
    recorded_by varchar(64)  not null,
    recorded_at timestamp with time zone not null,
    constraint transfer_in_order unique (closure, nr),
    foreign key (closure) references closure (id)
);

create table closing_item (
    closure    uuid         not null,
    item       varchar(20)  not null,
    done       boolean      not null,
    words      varchar(600),
    settled_by varchar(64)  not null,
    settled_at timestamp with time zone not null,
    primary key (closure, item),
    constraint closing_item_left_open_says_why check (done or words is not null),
    foreign key (closure) references closure (id)
);
