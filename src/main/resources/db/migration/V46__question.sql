-- What somebody asks about a partnership, of the coordinator or of all partners, and what was answered. Rows are only ever added, but for the
-- day on which who asked says that it is answered.
create table question (
    id           uuid          not null primary key,
    partnership  varchar(20)   not null,
    -- Of the coordinator, else of all partners.
    to_coordinator boolean     not null,
    -- Asked by a candidate: all candidates read it, without its name.
    by_candidate boolean       not null,
    -- None where the coordinator asks.
    organisation varchar(20),
    person       varchar(64)   not null,
    -- The step it is about; nothing where it is about none.
    step         varchar(255),
    words        varchar(2000) not null,
    asked_at     timestamp with time zone not null,
    closed_at    timestamp with time zone,
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);
create index question_of_partnership on question (partnership, asked_at);

create table question_answer (
    id           uuid          not null primary key,
    question     uuid          not null,
    organisation varchar(20),
    person       varchar(64)   not null,
    words        varchar(2000) not null,
    answered_at  timestamp with time zone not null,
    foreign key (question) references question (id),
    foreign key (organisation) references organisation (code)
);
create index question_answer_of_question on question_answer (question);
