/** Names of the invented families, by the language that is spoken at home. No list follows any real roster. */
export interface NameLists {
  children: readonly string[];
  adults: readonly string[];
  families: readonly string[];
}

const list = (words: string): string[] => words.split(' ');

const ENGLISH: NameLists = {
  children: list(
    'Abigail Adeline Amos Audrey Beckett Caleb Clara Cora Daisy Declan Eleanor Eli Emmett Esther Ezra Flora George Georgia Gideon Hattie Hazel Henry Ida Iris Jasper Jonah Josie Leo Louisa Mabel Maeve Micah Nell Noah Nora Oscar Owen Pearl Phoebe Ray Rosalie Ruben Ruth Silas Sylvie Theo Wade Willa',
  ),
  adults: list(
    'Amanda Andrea Ben Brian Carrie Chad Dana Derek Erin Gail Glenn Heather Jeff Jill Kara Kevin Lorna Mark Megan Neil Paula Rachel Scott Tara Todd Wendy',
  ),
  families: list(
    'Abbott Ames Barlow Beckham Birch Bowers Brandt Calder Carver Coburn Crane Dalton Ellery Farrow Finch Garland Gentry Hale Harlan Hobbs Ives Jarvis Keating Kimball Lamb Lockwood Marlow Mercer Nash Oakes Parrish Pratt Quimby Rawlins Reeve Sayer Sloan Stroud Tate Thorne Upton Vance Wainwright Weller Yates',
  ),
};

const SPANISH: NameLists = {
  children: list(
    'Abril Adán Alma Amaya Ana Bruno Camila Ciro Dalia Elena Elías Emilia Esteban Fabián Flor Gael Inés Iván Jimena Joel Julián Leonor Lorena Luz Mateo Marisol Matías Nadia Noé Olivia Paloma Pilar Rafael Ramiro Renata Rocío Saúl Selene Tadeo Valeria Ximena Yael',
  ),
  adults: list(
    'Alicia Álvaro Beatriz Carmen Cecilia Darío Elisa Ernesto Graciela Héctor Irma Leticia Lidia Marcos Norma Óscar Patricia Ramón Rosario Silvia Teresa Víctor',
  ),
  families: list(
    'Acosta Aguilera Arce Barrios Becerra Campos Cárdenas Cisneros Duarte Escobedo Espinosa Farías Fuentes Galindo Godoy Ibarra Lozano Luján Maldonado Meza Montes Nájera Ochoa Olvera Paredes Quiroga Rentería Robles Salcedo Saldaña Téllez Trejo Urrutia Valdés Villegas Zamora Zúñiga',
  ),
};

const OTHERS: Readonly<Record<string, NameLists>> = {
  vi: {
    children: list('An Bình Chi Dung Hiếu Khoa Lan Linh Mai Minh Nam Thảo'),
    adults: list('Hạnh Hùng Loan Phúc Thu Tuấn'),
    families: list('Bùi Đặng Đỗ Hồ Lý Phan Trương Vũ'),
  },
  so: {
    children: list('Ayaan Bilan Faysal Hodan Ilwad Liban Sahra Yusra'),
    adults: list('Abdi Asha Hibo Khadar Nimco Warsame'),
    families: list('Abshir Dirie Elmi Guled Jama Nur Samatar'),
  },
  ar: {
    children: list('Basil Dima Farah Hadi Lina Nour Rami Salma'),
    adults: list('Amal Fadi Huda Karim Nabil Rana'),
    families: list('Darwish Fares Haddad Khoury Mansour Nasser Saleh'),
  },
  de: {
    children: list('Anke Dirk Greta Jonas Lena Lukas Marta Ulrich'),
    adults: list('Birgit Gerd Heike Jutta Rolf Uwe'),
    families: list('Brenneman Hostetler Lapp Stoltz Troyer Yoder Zook'),
  },
};

export function namesFor(language: string): NameLists {
  if (language === 'en') return ENGLISH;
  return language === 'es' ? SPANISH : (OTHERS[language] ?? ENGLISH);
}
