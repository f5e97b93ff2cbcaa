-- What was agreed changes: by amendments, numbered within their partnership.
alter table negotiation add column amendment integer;
alter table negotiation add constraint negotiation_amendment_once unique (partnership, amendment);

-- Who reads what the others agreed on, and signs it since it concerns it: it has no say in the wordings until they are opened again.
alter table negotiating_party add column only_signs boolean default false not null;

-- Lists of objectives, areas and steps are terms too.
alter table term alter column written set data type varchar(30000);

-- Whether a renewal is proposed is a choice now. What was agreed about it in words moves below the wording that it belonged to; nobody chose
-- that a renewal is proposed, so none is.
drop view newest_wording;
alter table wording alter column words set data type varchar(3400);
create view newest_wording as
select w.negotiation, w.topic, w.nr, w.words from wording w
where w.nr = (select max(o.nr) from wording o where o.negotiation = w.negotiation and o.topic = w.topic);
update wording set words = words || chr(10) || 'How it is renewed: ' || (
    select t.written from term t
    where t.negotiation = wording.negotiation and t.topic = wording.topic and t.wording = wording.nr and t.name = 'renewal')
where exists (
    select 1 from term t
    where t.negotiation = wording.negotiation and t.topic = wording.topic and t.wording = wording.nr and t.name = 'renewal');
update term set written = 'none' where name = 'renewal';

-- Over which sealed version a text is laid; nothing where it is the first agreement.
alter table agreement_version add column base integer;

-- What of the partnership a matter is about, in the keys of its kind.
alter table matter add column about varchar(400);

-- From the proposal to its end. What is proposed stands in the negotiation, what becomes of it in the version of the agreement.
create table amendment (
    matter      uuid        not null primary key,
    version     integer     not null,
    partnership varchar(20) not null,
    negotiation uuid        not null,
    stage       varchar(20) not null,
    -- Whose proposal it is; nothing where the coordinator wrote it down for all.
    proposer    varchar(20),
    proposed_by varchar(64) not null,
    -- The sealed version in which it was proposed.
    base        integer     not null,
    -- Who signs, and why, as the decision table says.
    signs       varchar(20),
    signs_why   varchar(1000),
    foreign key (matter) references matter (id),
    foreign key (negotiation) references negotiation (id),
    foreign key (proposer) references organisation (code)
);
create index amendment_by_partnership on amendment (partnership);

create table amended_subject (
    matter uuid        not null,
    topic  varchar(40) not null,
    kind   varchar(20) not null,
    primary key (matter, topic),
    foreign key (matter) references amendment (matter)
);

-- Whom it concerns: what they bring or do changes, or the proposer named them.
create table amendment_concerns (
    matter       uuid        not null,
    organisation varchar(20) not null,
    primary key (matter, organisation),
    foreign key (matter) references amendment (matter),
    foreign key (organisation) references organisation (code)
);

-- A clause is in one open amendment at most.
create table open_subject (
    partnership varchar(20) not null,
    topic       varchar(40) not null,
    matter      uuid        not null,
    primary key (partnership, topic),
    foreign key (matter) references amendment (matter)
);

-- A partner read what the others agreed on, and says whether it concerns it. Read anew where the words were opened again.
create table amendment_reading (
    matter       uuid        not null,
    round        integer     not null,
    organisation varchar(20) not null,
    concerned    boolean     not null,
    words        varchar(1000),
    read_by      varchar(64) not null,
    read_at      timestamp with time zone not null,
    primary key (matter, round, organisation),
    constraint amendment_reading_concerned_says_why check (not concerned or words is not null),
    foreign key (matter) references amendment (matter),
    foreign key (organisation) references organisation (code)
);

-- For which end of the term a renewal was proposed: once for each.
create table proposed_renewal (
    partnership varchar(20) not null,
    term_ends   date        not null,
    primary key (partnership, term_ends),
    foreign key (partnership) references partnership (id)
);

-- Objectives keep their numbers: one that is given up stays in its row, and areas in which the work ended too.
alter table objective add column given_up_on date;
alter table partnership_area add column left_on date;

-- Which topics shall be agreed anew, by their keys, with commas between them.
alter table way_vote add column topics varchar(400) default '' not null;
alter table review add column topics varchar(400);
