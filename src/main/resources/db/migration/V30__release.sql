-- How it came that a partner leaves: by its own notice, released by the others, or before anything was signed.
alter table withdrawal add column how varchar(20) default 'NOTICE' not null;
alter table withdrawal alter column how drop default;

-- The partners are asked to release one of them: why, what it was written and answered.
create table release_request (
    matter       uuid        not null primary key,
    version      integer     not null,
    partnership  varchar(20) not null,
    organisation varchar(20) not null,
    ground       varchar(20) not null,
    named_by     varchar(64) not null,
    written_at   timestamp with time zone not null,
    answer_until timestamp with time zone not null,
    reply        varchar(20),
    words        varchar(2000),
    answered_by  varchar(64),
    -- While it is going on, partnership and organisation: that makes "one at a time" a unique key.
    open_for     varchar(60),
    constraint release_request_once unique (open_for),
    constraint release_request_answered check ((reply is null) = (answered_by is null)),
    foreign key (matter) references matter (id),
    foreign key (partnership) references partnership (id),
    foreign key (organisation) references organisation (code)
);
