-- A draft goes with its task, by itself.
delete from draft where task not in (select task_id from open_task);
alter table draft add constraint draft_of_task foreign key (task) references open_task (task_id) on delete cascade;
