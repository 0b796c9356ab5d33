# The JDK of this machine. Context: its folder.
FROM stand-in/base
COPY . /opt/java
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:$PATH
