# For opensearchproject/opensearch: the same release's jars, without its plugins and its own launcher. Context: the jars.
FROM stand-in/java
RUN useradd --uid 1000 --home-dir /usr/share/opensearch opensearch && \
    install -d -o 1000 -g 1000 /usr/share/opensearch /usr/share/opensearch/data
COPY --chown=1000:1000 . /usr/share/opensearch/lib
# The runner wants its settings in a file, gives node 1 the port after the one it is told, and ends with its input.
RUN printf '%s\n' '#!/bin/bash' \
      'set -eu; cd /usr/share/opensearch; mkdir -p config' \
      '{ echo "network.host: 0.0.0.0"; echo "transport.port: 9300"; env | grep -E "^[a-z0-9_]+\.[a-z0-9_.]+=" | sed "s/=/: /"; } > config/opensearch.yml' \
      'exec java $OPENSEARCH_JAVA_OPTS -cp "lib/*" org.codelibs.opensearch.runner.OpenSearchRunner -basePath . -confPath config -logsPath /tmp -dataPath data -numOfNode 1 -clusterName opensearch -baseHttpPort 9199 < <(sleep infinity)' \
      > /usr/share/opensearch/start.sh && chmod 0755 /usr/share/opensearch/start.sh
USER 1000
ENTRYPOINT ["/usr/share/opensearch/start.sh"]
