-- What runs follows what is agreed anew.

-- Slots are counted in the rhythm that was agreed when a period began, so that another rhythm may count to the same number.
alter table work_period drop constraint work_period_slots;
alter table work_period add constraint work_period_begins unique (partnership, begins_on);
