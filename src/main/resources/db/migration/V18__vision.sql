-- The vision is a room of its own, before anything is negotiated: it belongs to the partnership, and its full partners of the day find it.
create view present_partner as
select partnership, present as organisation from member where present is not null and standing = 'partner';

create table vision (
    partnership varchar(20) not null primary key,
    version     integer     not null,
    stage       varchar(20) not null,
    opened_at   timestamp with time zone not null,
    -- Number of the newest draft and of the newest asking; 0 before the first.
    draft       integer     not null,
    asking      integer     not null,
    -- Why there is no common ground, once somebody found so.
    stopped     varchar(1200),
    stopped_by  varchar(64),
    foreign key (partnership) references partnership (id)
);
insert into vision
select n.founds, 0,
       case when n.stage = 'SHARING_VISION' then 'SHARING'
            when n.stage = 'ENDORSING' then 'ENDORSING'
            when n.stage = 'ENDED' and not exists (select 1 from wording w where w.negotiation = n.id) then 'ENDED'
            else 'ENDORSED' end,
       n.opened_at, n.vision,
       (select coalesce(max(a.nr), 0) from asking a where a.negotiation = n.id and a.vision is not null),
       case when exists (select 1 from wording w where w.negotiation = n.id) then null else n.stopped end,
       case when exists (select 1 from wording w where w.negotiation = n.id) then null else n.stopped_by end
from negotiation n where n.founds is not null;

create table left_founder (
    partnership  varchar(20)   not null,
    organisation varchar(20)   not null,
    left_because varchar(1000) not null,
    left_by      varchar(64)   not null,
    left_at      timestamp with time zone not null,
    primary key (partnership, organisation, left_at),
    foreign key (partnership) references vision (partnership),
    foreign key (organisation) references organisation (code)
);

drop view vision_statement;
drop view expectation_answer;
alter table stated_vision rename to stated_vision_before;
alter table answered_expectation rename to answered_expectation_before;
alter table agenda_item rename to agenda_item_before;
alter table shared_vision rename to shared_vision_before;

create table stated_vision (
    partnership  varchar(20)   not null,
    organisation varchar(20)   not null,
    nr           integer       not null,
    words        varchar(1500) not null,
    hopes        varchar(1000) not null,
    stated_by    varchar(64)   not null,
    stated_at    timestamp with time zone not null,
    primary key (partnership, organisation, nr),
    foreign key (partnership) references vision (partnership),
    foreign key (organisation) references organisation (code)
);
insert into stated_vision
select n.founds, s.organisation, s.nr, s.words, s.hopes, s.stated_by, s.stated_at from stated_vision_before s
join negotiation n on n.id = s.negotiation where n.founds is not null;
create view vision_statement as
select v.partnership, v.organisation, v.nr, v.words, v.hopes, v.stated_at from stated_vision v
where v.nr = (select max(o.nr) from stated_vision o where o.partnership = v.partnership and o.organisation = v.organisation);

-- Whether the organisation can meet what another one, `expecting`, said in its profile.
create table answered_expectation (
    partnership  varchar(20) not null,
    organisation varchar(20) not null,
    expecting    varchar(20) not null,
    nr           integer     not null,
    can          varchar(20) not null,
    words        varchar(600),
    answered_by  varchar(64) not null,
    answered_at  timestamp with time zone not null,
    primary key (partnership, organisation, expecting, nr),
    constraint answered_expectation_has_words check (can = 'can' or words is not null),
    foreign key (partnership) references vision (partnership),
    foreign key (organisation) references organisation (code),
    foreign key (expecting) references organisation (code)
);
insert into answered_expectation
select n.founds, s.organisation, s.expecting, s.nr, s.can, s.words, s.answered_by, s.answered_at from answered_expectation_before s
join negotiation n on n.id = s.negotiation where n.founds is not null;
create view expectation_answer as
select a.partnership, a.organisation, a.expecting, a.nr, a.can, a.words, a.answered_at from answered_expectation a
where a.nr = (select max(o.nr) from answered_expectation o
              where o.partnership = a.partnership and o.organisation = a.organisation and o.expecting = a.expecting);

create table shared_vision (
    partnership varchar(20)   not null,
    nr          integer       not null,
    words       varchar(3000) not null,
    drafted_by  varchar(64)   not null,
    drafted_at  timestamp with time zone not null,
    primary key (partnership, nr),
    foreign key (partnership) references vision (partnership)
);
insert into shared_vision
select n.founds, s.nr, s.words, s.drafted_by, s.drafted_at from shared_vision_before s
join negotiation n on n.id = s.negotiation where n.founds is not null;

create table agenda_item (
    partnership varchar(20)  not null,
    draft       integer      not null,
    nr          integer      not null,
    what        varchar(300) not null,
    who         varchar(20)  not null,
    by_when     date         not null,
    needed      varchar(300) not null,
    primary key (partnership, draft, nr),
    foreign key (partnership, draft) references shared_vision (partnership, nr),
    foreign key (who) references organisation (code)
);
insert into agenda_item
select n.founds, s.vision, s.nr, s.what, s.who, s.by_when, s.needed from agenda_item_before s
join negotiation n on n.id = s.negotiation where n.founds is not null;

drop table agenda_item_before;
drop table shared_vision_before;
drop table answered_expectation_before;
drop table stated_vision_before;

-- The partners are asked whether they endorse a draft; who endorsed the same words before is not asked again.
create table endorsement_asking (
    partnership varchar(20) not null,
    nr          integer     not null,
    draft       integer     not null,
    opened_at   timestamp with time zone not null,
    primary key (partnership, nr),
    foreign key (partnership, draft) references shared_vision (partnership, nr)
);
insert into endorsement_asking
select n.founds, a.nr, a.vision, a.opened_at from asking a join negotiation n on n.id = a.negotiation where a.vision is not null;

create table asked_endorser (
    partnership  varchar(20) not null,
    asking       integer     not null,
    organisation varchar(20) not null,
    primary key (partnership, asking, organisation),
    foreign key (partnership, asking) references endorsement_asking (partnership, nr),
    foreign key (organisation) references organisation (code)
);
insert into asked_endorser
select n.founds, p.asking, p.organisation from asked_party p join negotiation n on n.id = p.negotiation
join asking a on a.negotiation = p.negotiation and a.nr = p.asking where a.vision is not null;

-- Whether it endorses the draft, or what it wants changed; the last answer counts.
create table given_endorsement (
    partnership  varchar(20) not null,
    asking       integer     not null,
    organisation varchar(20) not null,
    nr           integer     not null,
    endorsed     boolean     not null,
    words        varchar(1000),
    given_by     varchar(64) not null,
    given_at     timestamp with time zone not null,
    primary key (partnership, asking, organisation, nr),
    foreign key (partnership, asking, organisation) references asked_endorser (partnership, asking, organisation)
);
insert into given_endorsement
select n.founds, r.asking, r.organisation, r.nr, r.endorsed, r.words, r.given_by, r.given_at from given_reply r
join negotiation n on n.id = r.negotiation join asking a on a.negotiation = r.negotiation and a.nr = r.asking
where a.vision is not null and r.endorsed is not null;
create view endorsement as
select e.partnership, e.asking, e.organisation, e.endorsed, e.words from given_endorsement e
where e.nr = (select max(o.nr) from given_endorsement o
              where o.partnership = e.partnership and o.asking = e.asking and o.organisation = e.organisation);

-- What is left to the negotiation: topics and rounds. It begins when the vision is endorsed.
drop view party_position;
drop view reply;
delete from given_reply where exists
    (select 1 from asking a where a.negotiation = given_reply.negotiation and a.nr = given_reply.asking and a.vision is not null);
delete from asked_party where exists
    (select 1 from asking a where a.negotiation = asked_party.negotiation and a.nr = asked_party.asking and a.vision is not null);
delete from asking where vision is not null;
insert into left_founder
select n.founds, p.organisation, p.left_because, coalesce(p.left_by, 'system'), p.left_at from negotiating_party p
join negotiation n on n.id = p.negotiation join vision v on v.partnership = n.founds
where p.left_at is not null and v.stage <> 'ENDORSED';
delete from negotiating_party where negotiation in
    (select n.id from negotiation n join vision v on v.partnership = n.founds where v.stage <> 'ENDORSED');
delete from negotiation where founds in (select v.partnership from vision v where v.stage <> 'ENDORSED');
alter table asking drop constraint asking_about_one_thing;
alter table asking drop column vision;
alter table asking alter column round_nr set not null;
alter table given_reply drop column endorsed;
alter table given_reply drop column words;
alter table negotiation drop column vision;

-- The same as before, without what a vision is answered with.
create view reply as
select r.negotiation, r.asking, r.organisation, r.nr, r.given_at from given_reply r
where r.nr = (select max(o.nr) from given_reply o
              where o.negotiation = r.negotiation and o.asking = r.asking and o.organisation = r.organisation);

create view party_position as
select q.negotiation, q.topic, q.wording, q.organisation, q.asking, q.nr, q.kind, q.words, r.given_at from stated_position q
join reply r on r.negotiation = q.negotiation and r.asking = q.asking and r.organisation = q.organisation and r.nr = q.nr;
