package shop;

import jakarta.persistence.Embeddable;

@Embeddable
public record OrderLineId(Long orderId, int position) {}
