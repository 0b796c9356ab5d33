# For axllent/mailpit: takes mail, and tells how many there were where mailpit does. Context: this folder.
FROM jiujiang-digital-projects
USER root
COPY mailpit.mjs /mailpit
USER node
ENTRYPOINT ["/mailpit"]
