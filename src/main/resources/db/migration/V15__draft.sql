-- What somebody has begun to write in the form of a step: one for each person and task, the newest only. It goes with the task.
create table draft (
    task       varchar(64) not null,
    person     varchar(64) not null,
    -- Counts the times it was written, so that a second tab does not write over what it has not seen.
    nr         integer     not null,
    written_at timestamp with time zone not null,
    words      text        not null,
    primary key (task, person)
);
create index draft_by_person on draft (person);

-- What was sent with a form, as it was read there: to be read again by those who could have sent it. Never that of a step without names.
create table answer (
    -- Of the task, or of the case that a start form began.
    id           varchar(64)   not null primary key,
    form         varchar(80)   not null,
    label        varchar(255)  not null,
    -- The box in its diagram, and the case of the engine it stood in; a start form has no box.
    box          varchar(255),
    instance     varchar(64)   not null,
    case_number  varchar(64),
    organisation varchar(20),
    -- Whose turn it was; separated by commas.
    asked        varchar(2000) not null,
    person       varchar(64)   not null,
    sent_at      timestamp with time zone not null,
    -- Questions and answers in words, and the answers as they were given; JSON.
    said         text          not null,
    given        text          not null
);
create index answer_by_person on answer (person, sent_at);
create index answer_by_box on answer (instance, form, organisation);

-- What an organisation may answer once more while its round is open: each answer is a row of its own, the last one counts. The keys are
-- widened by moving the rows, since neither database names them alike.
drop view candidacy;

create table stated_profile (
    nomination           uuid         not null,
    nr                   integer      not null,
    expects_of_others    varchar(600) not null,
    capacity_wanted      varchar(600) not null,
    conveners_fit        integer,
    conveners_fit_reason varchar(400),
    stated_by            varchar(64)  not null,
    stated_at            timestamp with time zone not null,
    primary key (nomination, nr),
    constraint stated_profile_conveners_fit check (conveners_fit between 1 and 5),
    foreign key (nomination) references nomination (id)
);
insert into stated_profile select nomination, 1, expects_of_others, capacity_wanted, conveners_fit, conveners_fit_reason, stated_by,
    stated_at from profile;

create table stated_profile_statement (
    nomination uuid         not null,
    nr         integer      not null,
    dimension  varchar(20)  not null,
    words      varchar(600) not null,
    rating     integer      not null,
    primary key (nomination, nr, dimension),
    constraint stated_profile_statement_rating check (rating between 1 and 5),
    foreign key (nomination, nr) references stated_profile (nomination, nr)
);
insert into stated_profile_statement select nomination, 1, dimension, words, rating from profile_statement;

drop table profile_statement;
drop table profile cascade;
alter table assessment add foreign key (nomination) references nomination (id);

-- The profile that counts.
create view profile as
select p.nomination, p.nr, p.expects_of_others, p.capacity_wanted, p.conveners_fit, p.conveners_fit_reason, p.stated_by, p.stated_at
from stated_profile p where p.nr = (select max(o.nr) from stated_profile o where o.nomination = p.nomination);

create view profile_statement as
select t.nomination, t.dimension, t.words, t.rating from stated_profile_statement t
join profile p on p.nomination = t.nomination and p.nr = t.nr;

create view candidacy as
select n.id, n.selection, n.organisation, n.convener, n.why, n.remark, n.nominated_at,
       case when n.remark is not null then 'SILENT'
            when f.nomination is not null then 'RATED'
            when exists (select 1 from assessment t where t.nomination = n.id) then 'ASSESSED'
            when exists (select 1 from stated_profile p where p.nomination = n.id) then 'STATED'
            when n.convener or a.accepted then 'ACCEPTED'
            when a.nomination is not null then 'DECLINED'
            else 'INVITED' end as state
from nomination n
left join invitation_answer a on a.nomination = n.id
left join fit f on f.nomination = n.id;

create table stated_vision (
    negotiation  uuid          not null,
    organisation varchar(20)   not null,
    nr           integer       not null,
    words        varchar(1500) not null,
    hopes        varchar(1000) not null,
    stated_by    varchar(64)   not null,
    stated_at    timestamp with time zone not null,
    primary key (negotiation, organisation, nr),
    foreign key (negotiation, organisation) references negotiating_party (negotiation, organisation)
);
insert into stated_vision select negotiation, organisation, 1, words, hopes, stated_by, stated_at from vision_statement;
drop table vision_statement;
create view vision_statement as
select v.negotiation, v.organisation, v.nr, v.words, v.hopes, v.stated_at from stated_vision v
where v.nr = (select max(o.nr) from stated_vision o where o.negotiation = v.negotiation and o.organisation = v.organisation);

create table answered_expectation (
    negotiation  uuid        not null,
    organisation varchar(20) not null,
    expecting    varchar(20) not null,
    nr           integer     not null,
    can          varchar(20) not null,
    words        varchar(600),
    answered_by  varchar(64) not null,
    answered_at  timestamp with time zone not null,
    primary key (negotiation, organisation, expecting, nr),
    constraint answered_expectation_with_words check (can = 'can' or words is not null),
    foreign key (negotiation, organisation) references negotiating_party (negotiation, organisation),
    foreign key (expecting) references organisation (code)
);
insert into answered_expectation select negotiation, organisation, expecting, 1, can, words, answered_by, answered_at
    from expectation_answer;
drop table expectation_answer;
create view expectation_answer as
select a.negotiation, a.organisation, a.expecting, a.nr, a.can, a.words, a.answered_at from answered_expectation a
where a.nr = (select max(o.nr) from answered_expectation o
              where o.negotiation = a.negotiation and o.organisation = a.organisation and o.expecting = a.expecting);

create table given_reply (
    negotiation  uuid        not null,
    asking       integer     not null,
    organisation varchar(20) not null,
    nr           integer     not null,
    endorsed     boolean,
    words        varchar(1000),
    given_by     varchar(64) not null,
    given_at     timestamp with time zone not null,
    primary key (negotiation, asking, organisation, nr),
    foreign key (negotiation, asking, organisation) references asked_party (negotiation, asking, organisation)
);
insert into given_reply select negotiation, asking, organisation, 1, endorsed, words, given_by, given_at from reply;

create table stated_position (
    negotiation  uuid        not null,
    topic        varchar(40) not null,
    wording      integer     not null,
    organisation varchar(20) not null,
    asking       integer     not null,
    -- Of the reply.
    nr           integer     not null,
    kind         varchar(20) not null,
    words        varchar(1500),
    primary key (negotiation, topic, wording, organisation, asking, nr),
    constraint stated_position_with_words check (kind = 'accept' or words is not null),
    foreign key (negotiation, topic, wording) references wording (negotiation, topic, nr),
    foreign key (negotiation, asking, organisation, nr) references given_reply (negotiation, asking, organisation, nr)
);
insert into stated_position select negotiation, topic, wording, organisation, asking, 1, kind, words from party_position;
drop table party_position;
drop table reply;

create view reply as
select r.negotiation, r.asking, r.organisation, r.nr, r.endorsed, r.words, r.given_at from given_reply r
where r.nr = (select max(o.nr) from given_reply o
              where o.negotiation = r.negotiation and o.asking = r.asking and o.organisation = r.organisation);

create view party_position as
select q.negotiation, q.topic, q.wording, q.organisation, q.asking, q.nr, q.kind, q.words, r.given_at from stated_position q
join reply r on r.negotiation = q.negotiation and r.asking = q.asking and r.organisation = q.organisation and r.nr = q.nr;
