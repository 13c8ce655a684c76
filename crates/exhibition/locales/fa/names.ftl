# How names are written.
machine-name = نوشتهٔ ماشین
machine-note = این نام را ماشین از روی آواها به این خط نوشته است. هیچ منبعی آن را چنین ننوشته است.
