"""The encrypted store: envelope, SQLCipher, migrations, repositories, backup."""
