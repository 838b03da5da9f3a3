# The site in a container: Debian 12 builds it as `./vivarium build` does, nginx serves it as an ordinary user.
#
#     docker build -t vivarium . && docker run --rm -p 8080:8080 vivarium

FROM debian:12-slim AS build
WORKDIR /vivarium
# The packages first, so that a change of the sources does not install them again; ./vivarium checks that all are there.
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates cmake ninja-build gcc libc6-dev emscripten nodejs npm python3 unicode-data \
 && rm -rf /var/lib/apt/lists/*
COPY web/package.json web/package-lock.json web/.npmrc web/
RUN cd web && npm ci --no-audit --no-fund
COPY . .
RUN ./vivarium build \
 && find dist -type f \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.mjs' -o -name '*.json' \
      -o -name '*.svg' -o -name '*.wasm' -o -path '*/library/*' \) -exec gzip -9 --keep {} +

FROM debian:12-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends nginx-light \
 && rm -rf /var/lib/apt/lists/* /var/www/html \
 && useradd --system --no-create-home --shell /usr/sbin/nologin vivarium
COPY src/host/browser/nginx.conf /etc/nginx/nginx.conf
COPY --from=build /vivarium/dist /srv/vivarium
RUN mkdir /run/vivarium && chown vivarium /run/vivarium
USER vivarium
EXPOSE 8080
CMD ["nginx", "-g", "daemon off;"]
