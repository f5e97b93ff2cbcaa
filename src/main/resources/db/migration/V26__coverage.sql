-- Coverage is judged by the registry. Where it does not know an organisation at the level and in the area of a role, somebody said how it belongs
-- there: with the decision about a candidate, and with each seat that this is true of.
alter table decision add column belongs varchar(300);
alter table seat add column belongs varchar(300);
