-- What is put off until a generation is full: building an index once is cheaper than keeping it up to date row by row.
create table engine.deferred_index (
    generation text not null references engine.generation,
    name       text not null,
    definition text not null,
    primary key (generation, name)
);
