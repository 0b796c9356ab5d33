# For camunda/zeebe: the distribution of 8.6.0 where the image has its patch. Context: the distribution's folder.
FROM stand-in/java
RUN useradd --uid 1001 --home-dir /usr/local/zeebe camunda && \
    install -d -o 1001 -g 0 /usr/local/zeebe /usr/local/zeebe/data /usr/local/zeebe/logs
COPY --chown=1001:0 . /usr/local/zeebe
ENV ZEEBE_BROKER_GATEWAY_NETWORK_HOST=0.0.0.0
WORKDIR /usr/local/zeebe
VOLUME /tmp /usr/local/zeebe/data /usr/local/zeebe/logs
USER 1001:1001
ENTRYPOINT ["/usr/local/zeebe/bin/broker"]
