-- Who works in a secretariat has an account: by it, the person finds the steps of the coordinator. Nobody who was named before has one here.
alter table secretariat_member add column account varchar(60);
create index secretariat_member_by_account on secretariat_member (account);
