-- One-time links with which people set their first password. Only the hash of the link is kept.
create table account_link (
    token_hash char(64) primary key,
    person varchar(64) not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone
);
create index account_link_person on account_link (person);
