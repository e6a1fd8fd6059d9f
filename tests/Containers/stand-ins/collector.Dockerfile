# Stands in for the OpenTelemetry collector, which Debian does not have: takes what services send over TLS and has the figures in it ready for
# Prometheus, by the names that the collector's exporter gives them. deploy/images/collector.yaml is not tried by it.
FROM gms-stand-in/all
COPY collector.py /collector.py
ENTRYPOINT ["python3", "/collector.py"]
