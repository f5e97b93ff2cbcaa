-- The meetings on which the partners agreed: steering meetings and consultations as often as the terms say, workshops and seminars as a
-- meeting agreed on them. What was said in one that was held lies in `meeting`, as of every meeting.
create table planned_meeting (
    id             uuid        not null primary key,
    partnership    varchar(20) not null,
    nr             integer     not null,
    kind           varchar(20) not null,
    -- The how manyth of its kind.
    kind_nr        integer     not null,
    -- The date of the rhythm that it stands for, and how many passed before it without one; empty where a meeting agreed on it.
    due_on         date,
    missed         integer     not null,
    agreed_in      uuid,
    subject        varchar(200),
    -- Whom to invite besides, as agreed.
    whom           varchar(500),
    -- Since when somebody is asked to invite, and how many pauses of the work had ended by then: after another one it is taken up anew.
    asked_at       timestamp with time zone,
    pauses         integer     not null,
    planned_on     date        not null,
    at_hour        varchar(80),
    place          varchar(500),
    agenda         varchar(2000),
    -- The policy that is hoped for from its guests, and what came of it, as a later meeting tells.
    policy         varchar(300),
    -- Empty where nobody invited in time, and the machine did.
    invited_by     varchar(64),
    sent_at        timestamp with time zone,
    outcome        varchar(20),
    over_at        timestamp with time zone,
    held_as        uuid,
    -- What kept people away.
    nobody_came    varchar(1000),
    policy_came    boolean,
    policy_words   varchar(500),
    policy_told_in uuid,
    constraint planned_meeting_in_order unique (partnership, nr),
    constraint planned_meeting_of_kind unique (partnership, kind, kind_nr),
    constraint planned_meeting_date_once unique (partnership, kind, due_on),
    constraint planned_meeting_over check ((outcome is null) = (over_at is null)),
    constraint planned_meeting_held check ((outcome = 'HELD') = (held_as is not null) or outcome is null),
    foreign key (partnership) references partnership (id),
    foreign key (agreed_in) references planned_meeting (id),
    foreign key (held_as) references meeting (id),
    foreign key (policy_told_in) references planned_meeting (id)
);

-- People of no member: those who were invited, and those who came besides.
create table meeting_guest (
    planned_meeting uuid         not null,
    nr              integer      not null,
    name            varchar(120) not null,
    comes_from      varchar(200) not null,
    address         varchar(200),
    -- Why it is invited; empty where it came without.
    why             varchar(300),
    came            boolean,
    primary key (planned_meeting, nr),
    foreign key (planned_meeting) references planned_meeting (id)
);

create table meeting_decision (
    planned_meeting uuid         not null,
    nr              integer      not null,
    words           varchar(500) not null,
    primary key (planned_meeting, nr),
    foreign key (planned_meeting) references planned_meeting (id)
);
