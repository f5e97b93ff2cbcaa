-- Somebody is looked for while the partnership is under way, too: to take the place of who left, or to join. Several such searches may be
-- open at once, each of the matter that began it. From now on `open_in` holds that matter, and the partnership where a search founds it:
-- one founding search, and one of each matter, are a unique key still.
alter table selection add column matter uuid;
alter table selection alter column open_in set data type varchar(40);
alter table selection add constraint selection_of_a_matter check ((purpose = 'FOUNDING') = (matter is null));
create index selection_by_matter on selection (matter);
