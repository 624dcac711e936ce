package dev.qingdan.console.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, String> {

    Optional<Account> findById(String username);

    List<Account> findAllByOrderByUsername();

    long count();

    Account save(Account account);
}
