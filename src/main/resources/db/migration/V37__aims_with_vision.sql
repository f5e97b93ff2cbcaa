-- Aims belong to all founding partners: each says with its vision what it would mend, and each draft of the vision carries the aims.
drop view vision_statement;
alter table stated_vision add column aims_wish varchar(1000);
create view vision_statement as
select v.partnership, v.organisation, v.nr, v.words, v.hopes, v.aims_wish, v.stated_at from stated_vision v
where v.nr = (select max(o.nr) from stated_vision o where o.partnership = v.partnership and o.organisation = v.organisation);

alter table shared_vision add column purpose varchar(2000);
alter table shared_vision add column target_participants varchar(1000);
alter table shared_vision add column participation_mode varchar(1000);
update shared_vision set
    purpose = (select p.purpose from partnership p where p.id = shared_vision.partnership),
    target_participants = (select p.target_participants from partnership p where p.id = shared_vision.partnership),
    participation_mode = (select p.participation_mode from partnership p where p.id = shared_vision.partnership);
alter table shared_vision alter column purpose set not null;
alter table shared_vision alter column target_participants set not null;
alter table shared_vision alter column participation_mode set not null;

create table drafted_objective (
    partnership varchar(20)  not null,
    draft       integer      not null,
    nr          integer      not null,
    wording     varchar(500) not null,
    indicator   varchar(300) not null,
    baseline    varchar(200) not null,
    target      varchar(200) not null,
    primary key (partnership, draft, nr),
    foreign key (partnership, draft) references shared_vision (partnership, nr)
);
insert into drafted_objective
select o.partnership, v.nr, o.nr, o.wording, o.indicator, o.baseline, o.target from objective o
join shared_vision v on v.partnership = o.partnership where o.given_up_on is null;
