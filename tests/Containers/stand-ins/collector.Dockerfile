# Stands in for the OpenTelemetry collector, which Debian does not have: takes what services send over TLS and counts it for Prometheus.
# It does not read what it is sent; deploy/images/collector.yaml is not tried by it.
FROM gms-stand-in/all
COPY collector.py /collector.py
ENTRYPOINT ["python3", "/collector.py"]
