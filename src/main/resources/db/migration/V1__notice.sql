-- What people are told. A notice is written in the transaction that gives rise to it; a worker turns it into one mail per person.
create table outbox (
  message_key varchar(200) primary key,
  audience varchar(4000) not null,
  template varchar(60) not null,
  content text not null,
  -- Set where the notice is about a task: nobody is told of a task that is done.
  task_id varchar(64),
  told_at timestamp with time zone not null,
  state varchar(10) not null,
  attempts integer not null,
  -- When the worker looks at it next; null when nothing is left to do.
  next_at timestamp with time zone,
  problem varchar(500)
);
create index outbox_next on outbox (next_at);

create table mail (
  -- Derived from the notice's key and the address, and part of the Message-ID.
  id uuid primary key,
  message_key varchar(200) not null references outbox (message_key),
  person varchar(200),
  address varchar(320) not null,
  subject varchar(200) not null,
  body_html text not null,
  body_text text not null,
  told_at timestamp with time zone not null,
  state varchar(10) not null,
  attempts integer not null,
  next_at timestamp with time zone,
  sent_at timestamp with time zone,
  problem varchar(500)
);
create index mail_next on mail (next_at);
create index mail_told on mail (told_at);
create index mail_notice on mail (message_key);

-- The tasks that wait for somebody, so that reminders need no question to the engine.
create table open_task (
  task_id varchar(64) primary key,
  step varchar(100),
  label varchar(255) not null,
  business_key varchar(255),
  audience varchar(4000) not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone,
  -- When there is next something to say about it; null when never.
  next_at timestamp with time zone
);
create index open_task_next on open_task (next_at);
