-- It names everybody whom the partners go on without, or quotes everybody who did not sign.
alter table agreement_version alter column void_reason set data type varchar(20000);
