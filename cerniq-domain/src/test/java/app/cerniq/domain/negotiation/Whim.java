package app.cerniq.domain.negotiation;
