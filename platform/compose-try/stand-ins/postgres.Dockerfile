# For postgres: the programs that npm's embedded-postgres brings. Context: their folder.
FROM stand-in/base
RUN groupadd --gid 999 postgres && useradd --uid 999 --gid 999 --home-dir /var/lib/postgresql postgres && \
    install -d -o postgres -g postgres -m 1777 /var/lib/postgresql && \
    install -d -o postgres -g postgres -m 3777 /run/postgresql
COPY . /usr/lib/postgresql/18
ENV PATH=/usr/lib/postgresql/18/bin:$PATH PGDATA=/var/lib/postgresql/18/docker
VOLUME /var/lib/postgresql
# What the image's own entrypoint does with the settings that docker-compose.yml gives, and no more.
RUN printf '%s\n' '#!/bin/bash' \
      'set -eu' \
      'if [ ! -s "$PGDATA/PG_VERSION" ]; then' \
      '  mkdir -p "$PGDATA"; chmod 0700 "$PGDATA"' \
      '  initdb -U "$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" --auth-host=scram-sha-256 --auth-local=trust --encoding=UTF8 --locale=C' \
      '  echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"' \
      '  echo "CREATE DATABASE $POSTGRES_DB" | postgres --single -j postgres' \
      'fi' \
      'exec postgres -c "listen_addresses=*" -c unix_socket_directories=/run/postgresql' \
      > /usr/local/bin/start.sh && chmod 0755 /usr/local/bin/start.sh
STOPSIGNAL SIGINT
USER postgres
ENTRYPOINT ["/usr/local/bin/start.sh"]
