package shop;

import org.mapstruct.Mapper;

@Mapper
interface CustomerMapper {
    View view(Customer customer);

    record View(Long id, String name) {}
}
