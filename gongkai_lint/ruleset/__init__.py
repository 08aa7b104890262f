"""From YAML to rules; the only place that knows YAML."""
