create table customer (
    id serial primary key,
    email character varying(100) not null unique,
    status varchar(20) not null default 'new',
    note text default '',
    points integer default 0,
    created_at timestamptz not null default now(),
    constraint customer_points check (points >= 0)
);
comment on table customer is 'everybody who ever bought';
comment on column customer.email is 'lower case only';
create index customer_email_lower on customer (lower(email));
create index customer_status on customer (status) where status <> 'gone';
alter table customer add constraint customer_status_known check (status in ('new', 'active', 'gone'));

create table orders (
    id bigserial primary key,
    customer_id integer not null references customer on delete cascade on update cascade,
    total numeric(10, 2) not null default 0 check (total >= 0),
    placed_at timestamptz default current_timestamp
);
create index on orders (customer_id, placed_at desc);

create table status_change (id bigserial primary key, customer integer, old text, new text);
create function note_status() returns trigger language plpgsql as $$
begin
    insert into status_change (customer, old, new) values (new.id, old.status, new.status);
    return new;
end $$;
create trigger status_changed after update of status on customer for each row
    when (old.status is distinct from new.status) execute function note_status();
create view open_orders as
    select c.email, c.status, sum(o.total) as total from customer c join orders o on o.customer_id = c.id
    where c.status <> 'gone' group by c.email, c.status;
comment on view open_orders is 'for the report';
grant select on open_orders to public;

insert into customer (email, status, points)
    select 'c' || i || '@example.org', (array['new', 'active', 'gone'])[1 + i % 3], i % 7 from generate_series(1, 50000) i;
insert into orders (customer_id, total) select 1 + i % 50000, i % 1000 / 10.0 from generate_series(1, 50000) i;
update customer set status = 'active' where id <= 10 and status = 'new';
delete from orders where id > 49990;
